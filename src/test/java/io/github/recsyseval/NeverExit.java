package io.github.recsyseval;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** No call of {@code System.exit} or {@code Runtime.halt}. */
final class NeverExit extends ArchCondition<JavaClass> {
    NeverExit() {
        super("not end the process");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (JavaMethodCall call : item.getMethodCallsFromSelf()) {
            String name = call.getTarget().getName();
            String owner = call.getTargetOwner().getName();
            boolean ends = owner.equals("java.lang.System") && name.equals("exit")
                    || owner.equals("java.lang.Runtime") && (name.equals("exit") || name.equals("halt"));
            if (ends) {
                events.add(SimpleConditionEvent.violated(call, call.getDescription()));
            }
        }
    }
}
