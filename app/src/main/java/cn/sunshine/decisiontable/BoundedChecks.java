package cn.sunshine.decisiontable;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Works on what strangers wrote, for a bounded time and on threads of its own, so that whatever
 * slips through every other check holds nobody up.
 */
@Component
class BoundedChecks implements AutoCloseable {

  private static final int AT_ONCE = 2;
  private static final long SECONDS = 10;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("table-check-", 0).factory());

  /** It took too long. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The result.
   *
   * @throws TooLong when it was not there in time
   */
  <T> T within(Callable<T> work) {
    Future<T> future = threads.submit(work);
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new TooLong();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a table was checked", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
