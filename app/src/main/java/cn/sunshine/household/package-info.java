/**
 * The register of low-income households (NT-8, NT-9): whom the admission chain has entered, under
 * which number, who may see what of it, and which ID numbers are already taken by running cases or
 * by registered households.
 */
package cn.sunshine.household;
