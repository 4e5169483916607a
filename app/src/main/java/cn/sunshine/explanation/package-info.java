/**
 * Why a decision came out as it did (决定说明): the rule and its version, what was found and what was
 * asked for, what would have to be different, and whether the rules of that day still say the same.
 */
package cn.sunshine.explanation;
