/**
 * Camunda Forms of the policy packs, and the check of answers on the server.
 *
 * <p>The form-js JSON under {@code packs/} is the only description of a form: the browser renders
 * it, and {@link cn.sunshine.forms.Form} checks answers against the same file, because what a
 * browser has checked can still be sent wrong by anyone who calls the REST interface. What the
 * check cannot enforce is refused when the form is loaded, so that no form promises more than the
 * server holds. No Spring and no Vaadin here.
 */
package cn.sunshine.forms;
