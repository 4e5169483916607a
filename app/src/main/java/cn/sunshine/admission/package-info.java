/**
 * Household admission (NT-8, NT-9): from a village's or farmer's application through reviews,
 * notices and the asset comparison to the register. Here are the meaning of the application's data
 * and the work steps of the model {@code household-admission}; the order of the steps is the
 * model's.
 */
package cn.sunshine.admission;
