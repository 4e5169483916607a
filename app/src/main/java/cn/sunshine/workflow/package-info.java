/**
 * Workflows as policy staff own them (流程, JY-17): the models of a pack, opened, changed and checked
 * in the browser, written as changes of policy, and put on the engine when a change is released.
 *
 * <p>A model that lies among the shared ones becomes the pack's own variant {@code
 * <process>.<pack>} when a pack releases it, so that no other place is affected. What several
 * models call, and the machinery of the application, is not changed here.
 */
package cn.sunshine.workflow;
