/**
 * The administrative regions of the five jurisdictions, from province to village. A region's code
 * begins with its parent's code, so that "the subtree of a region" is a prefix match everywhere: in
 * memory, in SQL and in row-level security (NT-4).
 */
package cn.sunshine.region;
