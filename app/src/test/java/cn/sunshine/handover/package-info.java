/**
 * The crash test of the hand-over between PostgreSQL and Zeebe: the real system in processes of its
 * own, clients that insist as real ones do, and kill -9 in the middle of it.
 */
package cn.sunshine.handover;
