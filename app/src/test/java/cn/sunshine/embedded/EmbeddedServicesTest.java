package cn.sunshine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.SunshineServices;
import io.camunda.zeebe.client.ZeebeClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The embedded PostgreSQL and Zeebe")
class EmbeddedServicesTest {

  private final EmbeddedServices services = SunshineServices.shared();

  @Test
  @DisplayName("PostgreSQL 18 keeps what it accepted: fsync is on")
  void databaseIsDurable() throws SQLException {
    assertThat(ask("show server_version_num")).startsWith("18");
    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show full_page_writes")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show data_checksums")).isEqualTo("on");
  }

  @Test
  @DisplayName("the application's role owns its database and is bound by row-level security")
  void applicationRoleHasNoSpecialRights() throws SQLException {
    assertThat(ask("select current_user")).isEqualTo("sunshine");
    assertThat(
            ask(
                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication"
                    + " from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    assertThat(
            ask(
                "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
        .isEqualTo("sunshine");
  }

  @Test
  @DisplayName("the database stores Chinese and listens on 127.0.0.1 only")
  void databaseIsLocalAndUnicode() throws SQLException {
    assertThat(ask("show server_encoding")).isEqualTo("UTF8");
    assertThat(ask("select '阳光帮扶'")).isEqualTo("阳光帮扶");
    assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
  }

  @Test
  @DisplayName("Zeebe 8.5.8 answers with one healthy partition")
  void brokerAnswers() {
    try (ZeebeClient client =
        ZeebeClient.newClientBuilder()
            .gatewayAddress((String) services.properties().get("sunshine.zeebe.address"))
            .usePlaintext()
            .build()) {
      var topology = client.newTopologyRequest().send().join();
      assertThat(topology.getBrokers())
          .singleElement()
          .satisfies(broker -> assertThat(broker.getVersion()).isEqualTo("8.5.8"))
          .satisfies(broker -> assertThat(broker.getPartitions()).hasSize(1));
    }
  }

  private String ask(String query) throws SQLException {
    Map<String, Object> properties = services.properties();
    try (Connection connection =
            DriverManager.getConnection(
                (String) properties.get("spring.datasource.url"),
                (String) properties.get("spring.datasource.username"),
                (String) properties.get("spring.datasource.password"));
        ResultSet rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
