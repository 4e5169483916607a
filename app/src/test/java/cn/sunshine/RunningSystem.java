package cn.sunshine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the whole system over its web port, on the real PostgreSQL and the real broker, with
 * the demo accounts and the demo clock, without demo cases. All such tests share one application;
 * each makes its own cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithServices
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sunshine.demo-data=true",
      "sunshine.demo-fill=false",
      "sunshine.demo-clock=true"
    })
public @interface RunningSystem {}
