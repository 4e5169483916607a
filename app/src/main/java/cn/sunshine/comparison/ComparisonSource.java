package cn.sunshine.comparison;

import cn.sunshine.forms.IdNumber;
import java.util.List;

/** A place that knows what people own: the loaded files, later a bureau's own service. */
public interface ComparisonSource {

  /** A short name, for the log of queries. */
  String name();

  /** What is known of these persons, everywhere, each asset once with its latest state. */
  List<AssetRecord> recordsOf(List<IdNumber> persons);
}
