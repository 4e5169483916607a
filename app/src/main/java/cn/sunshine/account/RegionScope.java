package cn.sunshine.account;

import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
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

  private final CurrentActor currentActor;
  private final ObjectProvider<JdbcClient> jdbc;

  RegionScope(CurrentActor currentActor, ObjectProvider<JdbcClient> jdbc) {
    this.currentActor = currentActor;
    this.jdbc = jdbc;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, Throwable fault) {
    if (fault == null) {
      currentActor.find().ifPresent(actor -> restrictTo(scopeOf(actor)));
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
