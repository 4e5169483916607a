/**
 * A township's Excel sheet of applicants (申请人花名册): the template, reading what comes back with a
 * fault named for each row and column, and starting the good households as cases in the background
 * while the bad ones wait for correction (NT-9).
 *
 * <p>The sheet has one row for each person, the persons of a household together, as officials keep
 * their rosters (户序号, 与户主关系) and as the provincial systems export them. A row for each household
 * with columns for member 1 to member N would need over sixty columns for the larger families,
 * could not be sorted or filtered by person, and a fault could not point at a person's row.
 */
package cn.sunshine.admission.roster;
