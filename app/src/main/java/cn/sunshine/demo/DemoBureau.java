package cn.sunshine.demo;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.comparison.ComparisonFile;
import cn.sunshine.comparison.ComparisonFiles;
import cn.sunshine.demo.StoryBook.AssetLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.PageRequest;

/** A bureau's export of what some of the people own, put into the folder as a bureau would. */
@DemoComponent
class DemoBureau {

  private static final String FILE = "演示数据-信息比对.csv";
  private static final int RECENT_FILES = 200;

  /** Every so many registered households has something that raises no doubt. */
  private static final int EVERY = 7;

  private static final Actor LOOKS =
      new Actor("comparison.3206", "演示", Set.of(new Grant(Role.COMPARISON, "3206")));

  private final StoryBook book;
  private final DemoRegister register;
  private final ComparisonFiles files;
  private final Path folder;

  DemoBureau(
      StoryBook book,
      DemoRegister register,
      ComparisonFiles files,
      @Value("${sunshine.data-dir:data}") Path dataDir) {
    this.book = book;
    this.register = register;
    this.files = files;
    this.folder = dataDir.resolve("comparison");
  }

  /** Puts the export into the folder; a file of an interrupted start is simply written again. */
  void export(Instant origin, ZoneId zone) throws IOException {
    LocalDate asOf = origin.atZone(zone).toLocalDate().minusMonths(2).withDayOfMonth(1);
    List<String> lines = new ArrayList<>();
    lines.add("idNumber,item,region,description,amount,asOf");
    book.assets().forEach(asset -> lines.add(line(asset, asOf)));
    register.entries().stream()
        .filter(entry -> entry.number() % EVERY == 0)
        .map(DemoBureau::harmless)
        .forEach(asset -> lines.add(line(asset, asOf)));
    Files.createDirectories(folder);
    Path draft = folder.resolve(".demo.new");
    Files.write(draft, lines);
    Files.move(
        draft,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether the export has been loaded. */
  boolean isLoaded() {
    return files.latest(PageRequest.of(0, RECENT_FILES), LOOKS).stream()
        .anyMatch(
            file -> file.name().equals(FILE) && file.outcome() == ComparisonFile.Outcome.LOADED);
  }

  private static AssetLine harmless(DemoRegister.Entry entry) {
    String county = entry.village().code().substring(0, 6);
    var person = entry.household().head().idNumber();
    return switch (entry.number() / EVERY % 3) {
      case 0 -> new AssetLine(person, "housing", county, "农村自建房一处", 60_000);
      case 1 -> new AssetLine(person, "social-security", county, "城乡居民基本养老保险", 2_400);
      default -> new AssetLine(person, "farm-machinery", county, "手扶拖拉机一台", 5_000);
    };
  }

  private static String line(AssetLine asset, LocalDate asOf) {
    return String.join(
        ",",
        asset.person().value(),
        asset.item(),
        asset.region(),
        asset.description(),
        Integer.toString(asset.amount()),
        asOf.toString());
  }
}
