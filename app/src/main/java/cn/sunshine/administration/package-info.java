/**
 * The screens around accounts: the administrator looks after people and their roles at regions
 * (NT-4, NT-25), and everybody changes the own password. They stand apart from {@code account},
 * because the shell that carries all screens needs to know who is logged in.
 */
package cn.sunshine.administration;
