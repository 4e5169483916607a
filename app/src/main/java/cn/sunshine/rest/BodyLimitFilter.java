package cn.sunshine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than anything people send here. As a tree of nodes JSON takes many
 * times its own room, and a file that is taken in lies in memory as a whole: one request of a
 * hundred megabytes, from anybody, would fill the memory of the application. Uploads in several
 * parts have the container's limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimitFilter extends OncePerRequestFilter {

  /** Far more than the largest application with all its members. */
  private static final int LARGEST_CALL = 2 * 1024 * 1024;

  /** What a screen sends at once: a table or a model as it is edited, and its test cases. */
  private static final int LARGEST_SCREEN = 4 * 1024 * 1024;

  /** An uploaded file. */
  private static final int LARGEST_FILE = 12 * 1024 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return RepeatableRequest.isMultipart(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int largest = largest(request);
    if (request.getContentLengthLong() > largest) {
      ProblemAnswer.TOO_LARGE.write(response);
    } else if (request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
    } else {
      // Sent in pieces: how much it is shows when it is there.
      Optional<RepeatableRequest> read = RepeatableRequest.read(request, largest);
      if (read.isEmpty()) {
        ProblemAnswer.TOO_LARGE.write(response);
      } else {
        chain.doFilter(read.get(), response);
      }
    }
  }

  private static int largest(HttpServletRequest request) {
    if (request.getServletPath().startsWith("/api/")) {
      return LARGEST_CALL;
    }
    // Vaadin names the kind of each of its requests; a file comes without.
    return request.getQueryString() == null ? LARGEST_FILE : LARGEST_SCREEN;
  }
}
