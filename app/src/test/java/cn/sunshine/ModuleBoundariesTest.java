package cn.sunshine;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** One package for each capability, without cycles, nobody reaching into another's inside. */
class ModuleBoundariesTest {

  @Test
  void theCapabilitiesKeepTheirBoundaries() {
    ApplicationModules.of(SunshineApplication.class).verify();
  }
}
