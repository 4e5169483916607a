package cn.sunshine.account;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Names the regions of who is logged in to the database, at the start of each transaction, for the
 * row-level security policies: the second wall behind the checks of the services.
 */
@Component
class RegionScope implements TransactionExecutionListener {

  /** Matches no region: for somebody who holds no role at a region, such as the administrator. */
  private static final String NOWHERE = "-";

  private static final Logger log = LoggerFactory.getLogger(RegionScope.class);

  private final CurrentActor currentActor;
  private final ObjectProvider<JdbcClient> jdbc;

  RegionScope(CurrentActor currentActor, ObjectProvider<JdbcClient> jdbc) {
    this.currentActor = currentActor;
    this.jdbc = jdbc;
  }

  /**
   * Throws nothing: the transaction is bound to the thread already, and nobody would end it, so
   * that every later request on this thread would fail with it. When the regions cannot be named,
   * the connection is lost or PostgreSQL has given the transaction up, and no statement works in
   * it.
   */
  @Override
  public void afterBegin(TransactionExecution transaction, Throwable fault) {
    if (fault == null) {
      try {
        currentActor.find().ifPresent(actor -> restrictTo(scopeOf(actor)));
      } catch (DataAccessException e) {
        log.warn("The regions could not be named to the database: {}", e.getMessage());
        transaction.setRollbackOnly();
      }
    }
  }

  private void restrictTo(String scope) {
    jdbc.getObject()
        .sql("select set_config('sunshine.scope', ?, true)")
        .param(scope)
        .query(String.class)
        .single();
  }

  private static String scopeOf(Actor actor) {
    String regions =
        actor.grants().stream()
            .map(Grant::region)
            .filter(region -> !region.isEmpty())
            .distinct()
            .map(region -> region + "%")
            .collect(Collectors.joining(","));
    return regions.isEmpty() ? NOWHERE : regions;
  }
}
