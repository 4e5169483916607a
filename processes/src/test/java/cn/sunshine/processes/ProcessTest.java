package cn.sunshine.processes;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test of models on the Zeebe test engine, given to the constructor as {@link TestEngine}. All
 * tests share one engine: each works on its own cases. (Zeebe's own JUnit extension does not run
 * with the JUnit of Spring Boot 4.)
 */
@Target(TYPE)
@Retention(RUNTIME)
@ExtendWith(ProcessTest.SharedEngine.class)
@interface ProcessTest {

  /** Starts the engine before the first test that wants it and stops it after the last. */
  class SharedEngine implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == TestEngine.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return test.getRoot()
          .getStore(ExtensionContext.Namespace.create(SharedEngine.class))
          .computeIfAbsent(TestEngine.class, type -> TestEngine.start(), TestEngine.class);
    }
  }
}
