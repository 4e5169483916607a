package cn.sunshine.complaint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one address may send to the public pages of complaints.
 *
 * @param burst so many at once
 * @param refill then one more after each of these, in real time
 */
@ConfigurationProperties("sunshine.complaint")
record ComplaintProperties(@DefaultValue("60") int burst, @DefaultValue("10s") Duration refill) {}
