package cn.sunshine.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A part of the system that does not exist without demo data. */
@Component
@ConditionalOnProperty("sunshine.demo-data")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DemoComponent {}
