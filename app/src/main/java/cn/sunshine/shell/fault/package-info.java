/** What people see when something goes wrong: a sentence and a way on, never a stack trace. */
package cn.sunshine.shell.fault;
