/**
 * The register of experts and the draws from it (NT-12, NT-13, JY-7): who may appraise a project,
 * drawn at random with recusal from a seed that is kept, and what they scored.
 */
package cn.sunshine.expert;
