package cn.sunshine.rules;

import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Parses YAML where every scalar is text, so that 0.30 stays 0.30 and a region code stays a code.
 */
final class YamlText {
  private YamlText() {}

  static Object parse(String pack, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    Resolver textOnly =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // none: numbers, dates and booleans stay the text that the author wrote
          }
        };
    try {
      return new Yaml(
              new SafeConstructor(options), new Representer(dumping), dumping, options, textOnly)
          .load(yaml);
    } catch (YAMLException e) {
      throw new InvalidPack(pack, List.of("不是有效的 YAML：" + e.getMessage()));
    }
  }
}
