package cn.sunshine.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anyone may do in any region, such as objecting to a public notice, must not depend on who
 * happens to be logged in: without this, an official could object only within the own regions.
 */
@Component
public class PublicDeed {

  private final JdbcClient jdbc;

  PublicDeed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Frees the rest of the transaction from the regions of who is logged in. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin() {
    jdbc.sql("select set_config('sunshine.scope', '', true)").query(String.class).single();
  }
}
