package cn.sunshine.clock;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demoClock whether the clock may be moved
 * @param dataDir where the offset is kept, so that it outlives a restart
 * @param zeebe the broker whose clock moves along
 */
@ConfigurationProperties("sunshine")
record ClockProperties(
    @DefaultValue("false") boolean demoClock,
    @DefaultValue("data") Path dataDir,
    @DefaultValue Zeebe zeebe) {

  record Zeebe(Optional<URI> management) {}
}
