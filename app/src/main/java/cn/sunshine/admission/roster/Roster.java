package cn.sunshine.admission.roster;

import java.util.List;

/**
 * An uploaded sheet.
 *
 * @param ignoredColumns titles that the template does not have; they are not taken over
 */
record Roster(List<RosterHousehold> households, List<String> ignoredColumns) {}
