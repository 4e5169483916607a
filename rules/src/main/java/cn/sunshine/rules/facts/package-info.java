/**
 * What the rules written in DRL see and conclude. These types are public only because Drools
 * compiles rules into a class loader of its own; the application uses {@code cn.sunshine.rules} and
 * nothing from here.
 */
package cn.sunshine.rules.facts;
