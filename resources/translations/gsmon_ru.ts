<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="ru">
<context>
    <name>TopLine</name>
    <message numerus="yes">
        <source>%n не отправлено</source>
        <translation>
            <numerusform>%n не отправлено</numerusform>
            <numerusform>%n не отправлены</numerusform>
            <numerusform>%n не отправлено</numerusform>
        </translation>
    </message>
</context>
</TS>
