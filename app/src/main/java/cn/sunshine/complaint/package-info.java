/**
 * Complaints and requests for help (NT-21, NT-24, NT-27): filed by anyone without an account,
 * looked up with a code, accepted, sorted and handed over by the office, answered by a department,
 * and once reviewed one level up. How to reach the person is read by the office alone; who stays
 * anonymous leaves nothing behind, neither a name nor an address.
 */
package cn.sunshine.complaint;
