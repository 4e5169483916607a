/**
 * Changes of policy (政策修改): what policy staff write, from the draft to the release (JY-17, YC-1).
 *
 * <p>A {@link cn.sunshine.policychange.PolicyChange} holds everything that one author changes
 * together: parameters, decision tables, workflows and forms of one pack. Drafts may be faulty;
 * what is submitted has been checked by the {@link cn.sunshine.policychange.ArtefactType} of each
 * item, and is checked again when it is approved and when it takes effect. The process {@code
 * policy-change} carries it: somebody else approves, and on its day it becomes the versions in
 * {@link cn.sunshine.policy.Versions}. Nothing else writes there.
 *
 * <p>To make another kind of thing changeable, give the application a bean of type {@code
 * ArtefactType}; {@link cn.sunshine.policychange.Changes} is what its screen talks to.
 */
package cn.sunshine.policychange;
