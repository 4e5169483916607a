/**
 * Exit from the register of low-income households (NT-10, JY-3, YC-1, WJ-4.4, SC-6): the village
 * reports, the levels above confirm or five parties sign, and the register is changed at once. The
 * order of the steps is that of the packs' models {@code household-exit}.
 */
package cn.sunshine.exit;
