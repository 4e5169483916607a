package cn.sunshine.handover;

import cn.sunshine.Person;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Asks as a program does that must not lose anything: whenever no answer comes or the system says
 * that it has a fault, it sends the same request with the same key again.
 */
final class Client {

  private static final long BETWEEN_ATTEMPTS_MILLIS = 100;
  private static final long LONGEST_INSISTENCE_SECONDS = 120;

  private final Person person;
  private final Ledger ledger;

  Client(Person person, Ledger ledger) {
    this.person = person;
    this.ledger = ledger;
  }

  JsonNode posts(String path, Map<String, ?> body, String key) {
    return insists("POST " + path, () -> person.post(path, body, key));
  }

  JsonNode gets(String path) {
    return insists("GET " + path, () -> person.get(path));
  }

  private JsonNode insists(String request, Supplier<Person.Answer> attempt) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_INSISTENCE_SECONDS);
    String last = "";
    while (System.nanoTime() < until) {
      try {
        Person.Answer answer = attempt.get();
        if (answer.status() < 300) {
          return answer.body();
        }
        last = answer.status() + " " + answer.body();
        judge(request, answer);
      } catch (UncheckedIOException nobodyThere) {
        last = nobodyThere.getMessage();
      }
      ledger.repeats();
      pause(BETWEEN_ATTEMPTS_MILLIS);
    }
    throw new AssertionError(request + " never succeeded, last: " + last);
  }

  /** A fault has to be told as one, in words; a refusal of what was promised is a defect. */
  private void judge(String request, Person.Answer answer) {
    if (answer.status() < 500) {
      throw new AssertionError(request + " was refused: " + answer);
    }
    if (answer.detail().isEmpty()) {
      ledger.surprisedBy(
          "%s got %d without words: %s"
              .formatted(
                  request.replaceAll("\\d{6,}", "…"),
                  answer.status(),
                  answer.body().propertyNames()));
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
