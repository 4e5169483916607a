package cn.sunshine.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Answers requests that the web server itself turns away, before any filter or controller: an
 * address with bare Chinese characters, for one. Public, without arguments, because the web server
 * makes it.
 */
public class UnreadableRequestValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable fault) {
    if (response.getStatus() != ProblemAnswer.UNREADABLE.status().value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      ProblemAnswer.UNREADABLE.write(response.getResponse());
      response.finishResponse();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
