package cn.sunshine.comparison;

import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that a person has, as a bureau's export says (NT-9).
 *
 * @param region the code of the region where the asset is
 * @param description what it is, such as a kind of car; may be empty
 * @param amount yuan, where the export says one
 * @param asOf the day for which the bureau says so
 * @param file the file that it came from
 */
public record AssetRecord(
    UUID id,
    IdNumber idNumber,
    AssetItem item,
    String region,
    String description,
    Optional<BigDecimal> amount,
    LocalDate asOf,
    String file,
    Instant loadedAt) {

  /** Only the id: the record itself is confidential (NT-26) and must not end in a log. */
  @Override
  public String toString() {
    return "AssetRecord[" + id + "]";
  }
}
