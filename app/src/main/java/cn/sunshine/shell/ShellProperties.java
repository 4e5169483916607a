package cn.sunshine.shell;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demoData whether the people and figures are invented, which every page then says
 */
@ConfigurationProperties("sunshine")
record ShellProperties(@DefaultValue("false") boolean demoData) {}
