/**
 * The sandbox: runs a draft of a model on an engine in memory, one case for each way through it,
 * and reports where each case got to. The app starts it as a process of its own ({@link
 * cn.sunshine.sandbox.Sandbox}), so that nothing in a draft can reach, slow or stop a running case.
 */
package cn.sunshine.sandbox;
