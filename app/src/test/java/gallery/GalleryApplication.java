package gallery;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.LoginView;
import cn.sunshine.shell.MenuBadge;
import cn.sunshine.shell.SearchHit;
import cn.sunshine.shell.SearchSource;
import cn.sunshine.shell.UserMenuEntry;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Starts the gallery: {@code http://127.0.0.1:8080}, user {@code chen}, password {@code sunshine}.
 */
@SpringBootApplication(scanBasePackages = {"gallery", "cn.sunshine.shell", "cn.sunshine.region"})
@EnableVaadin({"gallery", "cn.sunshine.shell"})
public class GalleryApplication {

  static final String WITHOUT_DATABASE =
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
          + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
          + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration";

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(GalleryApplication.class);
    application.setDefaultProperties(
        Map.of("sunshine.demo-data", "true", "spring.autoconfigure.exclude", WITHOUT_DATABASE));
    application.run(args);
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin -> vaadin.loginView(LoginView.class).anyRequest(any -> any.authenticated()))
        .build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        User.withUsername("chen").password("{noop}sunshine").roles("COUNTY_OFFICE").build(),
        User.withUsername("gu").password("{noop}sunshine").roles("FARMER").build());
  }

  @Bean
  CurrentActor currentActor() {
    return new CurrentActor() {
      @Override
      public Optional<Actor> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
            .filter(login -> login.getPrincipal() instanceof User)
            .map(
                login ->
                    new Actor(
                        login.getName(), "陈科长", Set.of(new Grant(Role.COUNTY_OFFICE, "320612"))));
      }

      @Override
      public Actor require() {
        return find().orElseThrow(() -> new Refusal.Forbidden("请先登录。"));
      }
    };
  }

  @Bean
  MenuBadge waiting() {
    return new MenuBadge() {
      @Override
      public String path() {
        return "";
      }

      @Override
      public String words(int count) {
        return count + " 件待办";
      }

      @Override
      public int count() {
        return 12;
      }

      @Override
      public String topic() {
        return "tasks";
      }
    };
  }

  @Bean
  SearchSource cases() {
    return (words, limit) ->
        "NT-2026-000318 张建国".contains(words)
            ? List.of(new SearchHit("案件", "NT-2026-000318 张建国户", "区级审定 · 西亭镇 草庙村", "gallery/form"))
            : List.of();
  }

  @Bean
  UserMenuEntry password() {
    return new UserMenuEntry() {
      @Override
      public String title() {
        return "修改密码";
      }

      @Override
      public void open() {
        Notification.show("修改密码");
      }
    };
  }
}
