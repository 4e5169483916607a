/**
 * Tenders and sealed bids (NT-12, NT-13, JY-7). A bid is ciphertext until two persons have
 * confirmed its opening after the hour: half of the key lies in the database, half in a file, and
 * only the opening brings them together.
 */
package cn.sunshine.bidding;
