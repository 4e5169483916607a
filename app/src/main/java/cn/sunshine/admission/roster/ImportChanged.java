package cn.sunshine.admission.roster;

/** An import has come further or ended; open screens look again. Published after the commit. */
public record ImportChanged(String importId, String township) {}
