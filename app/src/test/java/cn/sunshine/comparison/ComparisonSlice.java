package cn.sunshine.comparison;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The comparison with the database and nothing else. */
@EnableAutoConfiguration
@ComponentScan({"cn.sunshine.comparison", "cn.sunshine.region", "cn.sunshine.clock"})
public class ComparisonSlice {}
