package cn.sunshine.expert;

/** An entry for the register of experts; what the parts mean says {@link Expert}. */
public record NewExpert(
    String name, String unit, String specialty, String county, String home, String interests) {}
