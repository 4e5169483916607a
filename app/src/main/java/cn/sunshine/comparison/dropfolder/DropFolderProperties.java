package cn.sunshine.comparison.dropfolder;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param dataDir the folder {@code comparison} lies in it
 */
@ConfigurationProperties("sunshine")
record DropFolderProperties(
    @DefaultValue("data") Path dataDir, @DefaultValue Comparison comparison) {

  /**
   * @param scanInterval how often the folder is looked at; a file is taken when it has not changed
   *     from one look to the next
   * @param maxFileSize a larger file is refused
   * @param maxRows a file with more lines of data is refused
   */
  record Comparison(
      @DefaultValue("2s") Duration scanInterval,
      @DefaultValue("200MB") DataSize maxFileSize,
      @DefaultValue("1000000") int maxRows) {}

  Path folder() {
    return dataDir.resolve("comparison");
  }
}
