package cn.sunshine.region;

import cn.sunshine.problem.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** All regions, in memory: they are few (some 43,000), asked for all the time and change yearly. */
@Service
public class Regions {

  private static final Pattern PLACE = Pattern.compile("(?<=所在地 )\\d{6,12}");

  private final NavigableMap<String, Region> byCode;

  Regions() {
    this.byCode = read();
  }

  public Optional<Region> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * @throws Refusal.Invalid when there is no such region
   */
  public Region require(String code) {
    return find(code).orElseThrow(() -> new Refusal.Invalid("没有编码为“" + code + "”的地区，请检查地区编码。"));
  }

  /** The region itself and all regions in it, by code. */
  public List<Region> subtree(String code) {
    return List.copyOf(byCode.subMap(code, true, code + Character.MAX_VALUE, true).values());
  }

  /** The regions directly below, by code. */
  public List<Region> children(String code) {
    return RegionLevel.ofCode(code).stream()
        .flatMap(
            level ->
                subtree(code).stream()
                    .filter(region -> region.level().ordinal() == level.ordinal() + 1))
        .toList();
  }

  /** The regions that a region lies in and itself, the widest first. */
  public List<Region> path(String code) {
    return Arrays.stream(RegionLevel.values())
        .filter(level -> level.codeLength() <= code.length())
        .flatMap(level -> find(code.substring(0, level.codeLength())).stream())
        .toList();
  }

  /** The names from the county down, as officials say them: 通州区 西亭镇 草庙村委会. */
  public String fullName(String code) {
    List<String> names = new ArrayList<>();
    for (RegionLevel level : RegionLevel.values()) {
      if (level.ordinal() >= RegionLevel.COUNTY.ordinal() && level.codeLength() <= code.length()) {
        find(code.substring(0, level.codeLength())).map(Region::name).ifPresent(names::add);
      }
    }
    return names.isEmpty() ? name(code) : names.stream().collect(Collectors.joining(" "));
  }

  public String name(String code) {
    return find(code).map(Region::name).orElse(code);
  }

  /** A sentence of the rules, which know codes only, with the name of the place it speaks of. */
  public String inWords(String sentence) {
    return PLACE.matcher(sentence).replaceAll(code -> Matcher.quoteReplacement(name(code.group())));
  }

  private static NavigableMap<String, Region> read() {
    NavigableMap<String, Region> regions = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ClassPathResource("regions.csv.gz").getInputStream()),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        RegionLevel level = RegionLevel.valueOf(cells[2].toUpperCase(Locale.ROOT));
        regions.put(cells[0], new Region(cells[0], cells[1], level));
      }
      return regions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
