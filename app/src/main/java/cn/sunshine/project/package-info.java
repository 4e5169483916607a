/**
 * Poverty-relief projects (NT-12, NT-13, NT-16, JY-7, JY-8, YC-3): the register and reserve
 * library, and what the steps of the project models mean. There is one aggregate for all kinds of
 * project; which gates a kind has, and in which order, is the model's, and what evidence a gate
 * wants says the form of its step.
 */
package cn.sunshine.project;
