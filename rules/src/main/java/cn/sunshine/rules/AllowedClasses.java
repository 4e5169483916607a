package cn.sunshine.rules;

import java.util.List;

/**
 * The classes that a decision model can reach: FEEL's own, and plain values. The second wall behind
 * {@link DmnModelCheck}: should an expression ever name a class, it is not there.
 */
final class AllowedClasses extends ClassLoader {
  private static final List<String> PACKAGES =
      List.of(
          "org.kie.dmn.",
          "org.kie.api.",
          "org.kie.internal.",
          "org.drools.",
          "java.math.",
          "java.time.");
  private static final List<String> CLASSES =
      List.of(
          "java.lang.Object",
          "java.lang.String",
          "java.lang.Number",
          "java.lang.Boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Comparable",
          "java.util.List",
          "java.util.ArrayList",
          "java.util.Map",
          "java.util.HashMap");

  AllowedClasses(ClassLoader all) {
    super(all);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (CLASSES.contains(name) || PACKAGES.stream().anyMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    throw new ClassNotFoundException(name + " is not for decision models");
  }
}
