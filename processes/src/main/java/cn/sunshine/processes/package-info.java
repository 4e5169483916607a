/**
 * The BPMN models of every policy pack and the words that Java and the models share: ids, job
 * types, messages and variables. Exists apart from the app so that a model can be changed and
 * tested on the engine without starting anything else. No Spring here.
 */
package cn.sunshine.processes;
