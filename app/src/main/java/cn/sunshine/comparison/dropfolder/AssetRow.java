package cn.sunshine.comparison.dropfolder;

import cn.sunshine.comparison.AssetItem;
import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** One good line of a file. */
record AssetRow(
    IdNumber idNumber,
    AssetItem item,
    String region,
    String description,
    Optional<BigDecimal> amount,
    LocalDate asOf) {}
