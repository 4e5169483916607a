package cn.sunshine.comparison;

import cn.sunshine.DatabaseSlice;
import org.springframework.context.annotation.ComponentScan;

/** The comparison with the database and nothing else. */
@DatabaseSlice
@ComponentScan({"cn.sunshine.comparison", "cn.sunshine.region", "cn.sunshine.clock"})
public class ComparisonSlice {}
