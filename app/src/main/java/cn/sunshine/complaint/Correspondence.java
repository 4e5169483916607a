package cn.sunshine.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What passes between the office and the person: the steps that the person may read under the code,
 * questions and answers, and how to reach the person.
 */
@Component
class Correspondence {

  private final JdbcClient jdbc;
  private final Clock clock;

  Correspondence(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One line of the way of a request, without personal data. */
  record Step(Instant at, String words) {}

  /** Who wrote a message. */
  enum Author {
    DEPARTMENT("承办部门"),
    PERSON("群众");

    private final String chinese;

    Author(String chinese) {
      this.chinese = chinese;
    }

    String chinese() {
      return chinese;
    }
  }

  record Message(Instant at, Author author, String text) {}

  /** Adds a line to what the person reads. */
  @Transactional(propagation = Propagation.MANDATORY)
  void step(Complaint complaint, String words) {
    jdbc.sql("insert into complaint_step (case_id, region, at, words) values (?, ?, ?, ?)")
        .params(complaint.caseId(), complaint.region(), now(), words)
        .update();
  }

  List<Step> steps(String caseId) {
    return jdbc.sql("select at, words from complaint_step where case_id = ? order by id")
        .param(caseId)
        .query((row, n) -> new Step(at(row), row.getString("words")))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void write(Complaint complaint, Author author, String text) {
    jdbc.sql(
            "insert into complaint_message (case_id, region, at, author, text)"
                + " values (?, ?, ?, ?, ?)")
        .params(complaint.caseId(), complaint.region(), now(), author.name(), text)
        .update();
  }

  List<Message> messages(String caseId) {
    return jdbc.sql("select at, author, text from complaint_message where case_id = ? order by id")
        .param(caseId)
        .query(
            (row, n) ->
                new Message(
                    at(row), Author.valueOf(row.getString("author")), row.getString("text")))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void keepContact(Complaint complaint, String contact) {
    jdbc.sql("insert into complaint_contact (case_id, region, contact) values (?, ?, ?)")
        .params(complaint.caseId(), complaint.region(), contact)
        .update();
  }

  /** How to reach the person; empty when anonymous. For the office alone. */
  Optional<String> contact(String caseId) {
    return jdbc.sql("select contact from complaint_contact where case_id = ?")
        .param(caseId)
        .query(String.class)
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }
}
