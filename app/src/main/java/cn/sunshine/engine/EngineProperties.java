package cn.sunshine.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param address host and port of the broker's gateway
 * @param inFlight how many commands may wait for the broker's answer at the same time; more would
 *     only earn rejections
 */
@ConfigurationProperties("sunshine.zeebe")
record EngineProperties(
    @DefaultValue("127.0.0.1:8082") String address, @DefaultValue("64") int inFlight) {}
