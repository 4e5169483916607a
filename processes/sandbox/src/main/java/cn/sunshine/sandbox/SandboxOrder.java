package cn.sunshine.sandbox;

import java.util.List;
import java.util.Map;

/**
 * What is to be tried.
 *
 * @param model the draft, BPMN as XML
 * @param called the models that it calls, BPMN by process id; they are not run, only answered for
 * @param callers the models that call it, BPMN as XML: what they hand in, a case begins with
 * @param outcomes what people can choose in each form, by its key
 * @param jobTypes what the application works; a job of another type stops a case
 * @param variables what a case begins with
 * @param now the moment at which the cases begin, ISO with offset
 * @param mostWays how many ways are tried at most
 */
public record SandboxOrder(
    String model,
    Map<String, String> called,
    List<String> callers,
    Map<String, List<String>> outcomes,
    List<String> jobTypes,
    Map<String, Object> variables,
    String now,
    int mostWays) {}
