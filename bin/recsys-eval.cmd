@echo off
rem Starts recsys-eval on Windows. In a source checkout it builds the program when it has not been built yet.
setlocal EnableExtensions DisableDelayedExpansion
for %%h in ("%~dp0..") do set "RE_HOME=%%~fh"

rem JAVA_HOME may have been set with quotes, which do not belong to the path.
set "RE_JAVA=%JAVA_HOME%"
if not defined RE_JAVA goto search
set "RE_JAVA=%RE_JAVA:"=%\bin\java.exe"
if not exist "%RE_JAVA%" set "RE_JAVA="
:search
if not defined RE_JAVA for %%j in (java.exe) do set "RE_JAVA=%%~$PATH:j"
if not defined RE_JAVA (
  >&2 echo recsys-eval: no Java found; install Java 17 or newer, or set JAVA_HOME to one.
  exit /b 1
)

rem The file "release" of a Java run time names its version. Where there is none, as beside a mere signpost on PATH, Java itself is asked.
set "RE_VERSION="
set "RE_MAJOR=17"
for %%d in ("%RE_JAVA%\..\..") do set "RE_RELEASE=%%~fd\release"
if not exist "%RE_RELEASE%" goto ask
for /f "usebackq tokens=1,2 delims==" %%a in ("%RE_RELEASE%") do if "%%a"=="JAVA_VERSION" set "RE_VERSION=%%~b"
:ask
if defined RE_VERSION goto told
set RE_OLD=/c:"version .10" /c:"version .11" /c:"version .12" /c:"version .13" /c:"version .14" /c:"version .15" /c:"version .16"
"%RE_JAVA%" -version 2>&1 | findstr /r /c:"version .1\." /c:"version .9" %RE_OLD% >nul && set "RE_VERSION=older" && set "RE_MAJOR=1"
goto compare
:told
for /f "delims=.-+" %%m in ("%RE_VERSION%") do set "RE_MAJOR=%%m"
set "RE_VERSION=version %RE_VERSION%"
:compare
if %RE_MAJOR% LSS 17 (
  >&2 echo recsys-eval: Java 17 or newer is needed, but "%RE_JAVA%" is %RE_VERSION%; set JAVA_HOME to a newer one.
  exit /b 1
)

set "RE_JAR=%RE_HOME%\lib\recsys-eval.jar"
if exist "%RE_JAR%" goto run
set "RE_JAR=%RE_HOME%\target\recsys-eval.jar"
if exist "%RE_JAR%" goto run
if not exist "%RE_HOME%\pom.xml" (
  >&2 echo recsys-eval: the installation is incomplete: there is no "%RE_HOME%\lib\recsys-eval.jar"
  exit /b 1
)
>&2 echo recsys-eval: building once (about a minute) ...
pushd "%RE_HOME%"
if not exist target mkdir target
set "RE_MAVEN=mvn"
for %%m in (mvn.cmd) do if "%%~$PATH:m"=="" set "RE_MAVEN=.\mvnw.cmd"
call %RE_MAVEN% -B -q -Dquick=true package >target\launcher.log 2>&1 <nul
popd
if not exist "%RE_JAR%" (
  type "%RE_HOME%\target\launcher.log" >&2
  >&2 echo recsys-eval: the build failed; its log is "%RE_HOME%\target\launcher.log"
  exit /b 1
)

:run
rem The flags are those of bin/recsys-eval, where stands why they are what they are; a test compares the two. The archive of classes, which
rem has to be made and kept, is left out: a start takes about twice as long without it.
set "RE_FLAGS=-XX:+IgnoreUnrecognizedVMOptions -XX:+DisplayVMOutputToStderr -Xlog:disable -Xshare:auto -XX:-UsePerfData"
set "RE_FLAGS=%RE_FLAGS% -XX:TieredStopAtLevel=1"
set "RE_FLAGS=%RE_FLAGS% -XX:Tier3InvocationThreshold=500 -XX:Tier3MinInvocationThreshold=250 -XX:Tier3CompileThreshold=1000 -XX:Tier3BackEdgeThreshold=5000"
set "RE_FLAGS=%RE_FLAGS% -Dsun.reflect.inflationThreshold=2147483647"
if %RE_MAJOR% GEQ 22 set "RE_FLAGS=%RE_FLAGS% --enable-native-access=ALL-UNNAMED"
set "RE_COLLECTOR=-XX:+UseSerialGC"
set "RE_HEAP=-Xms128m -Xmn8m -XX:PretenureSizeThreshold=500k -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=15"

rem A heap that is limited in another way must not be smaller than the one to begin with. Lines that a goto passes over are not parsed,
rem so that no variable is taken apart that is not there.
set "RE_LIMITS=/c:-Xms /c:-Xmn /c:-Xmx /c:HeapSize= /c:RAMPercentage= /c:MaxRAM="
if not defined JAVA_TOOL_OPTIONS goto no_tool_options
echo "%JAVA_TOOL_OPTIONS:"=%" | findstr %RE_LIMITS% >nul && set "RE_HEAP="
:no_tool_options
if not defined _JAVA_OPTIONS goto no_java_options
echo "%_JAVA_OPTIONS:"=%" | findstr %RE_LIMITS% >nul && set "RE_HEAP="
:no_java_options
if not defined JDK_JAVA_OPTIONS goto no_jdk_options
echo "%JDK_JAVA_OPTIONS:"=%" | findstr %RE_LIMITS% >nul && set "RE_HEAP="
:no_jdk_options
if not defined RECSYS_EVAL_JAVA_OPTS goto start
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr %RE_LIMITS% >nul && set "RE_HEAP="
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /c:UseParallelGC /c:UseG1GC /c:UseZGC /c:UseShenandoahGC /c:UseEpsilonGC >nul && set "RE_HEAP=" && set "RE_COLLECTOR="

rem Options with which Java does not start are wrong usage: 64, or the 1 of run. Agents would act twice and are not tried beforehand.
echo "%RECSYS_EVAL_JAVA_OPTS:"=%" | findstr /c:-agent /c:-javaagent >nul && goto start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -version >nul 2>nul
if not errorlevel 1 goto start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -version 1>&2
>&2 echo recsys-eval: Java does not start with the options of RECSYS_EVAL_JAVA_OPTS
:usage
if "%~1"=="run" exit /b 1
set "RE_WORD=%~1"
if not defined RE_WORD exit /b 64
if not "%RE_WORD:~0,1%"=="-" exit /b 64
shift
goto usage

rem The last command, whose exit code is that of this file: behind "exit /b" a "||" of the caller would not notice a failure.
:start
"%RE_JAVA%" %RE_FLAGS% %RE_COLLECTOR% %RE_HEAP% %RECSYS_EVAL_JAVA_OPTS% -jar "%RE_JAR%" %*
