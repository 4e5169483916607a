package cn.sunshine.account;

import cn.sunshine.WithServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole application with demo accounts, in a schema of its own, so that accounts of other tests
 * are not in the way.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithServices
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "sunshine.demo-data=true",
      "sunshine.demo-fill=false",
      "spring.flyway.default-schema=account_demo",
      "spring.datasource.hikari.schema=account_demo"
    })
public @interface WithDemoAccounts {}
